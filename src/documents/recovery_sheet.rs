//! The recovery sheet: what opens the caseload when its passphrase is lost, on paper, for the school's safe.

use chrono::NaiveDate;

use super::wrap;

/// Columns of the sheet: it fits a page in any printer's plain type.
const COLUMNS: usize = 72;
/// Groups of the code on a line.
const A_LINE: usize = 4;

/// What stands on the recovery sheet of a caseload. It names no pupil.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecoverySheet {
    /// The school's name.
    pub school: String,
    /// The name of the caseload's file.
    pub file: String,
    /// The folder where it is.
    pub folder: String,
    /// The folder of its backups on this laptop.
    pub backups: String,
    /// The code: eight groups of six digits.
    pub groups: Vec<String>,
    /// Four letters and digits that tell this sheet from others.
    pub id: String,
    /// The file's salt, in hexadecimal digits.
    pub salt: String,
    /// The day from which the code opens the file.
    pub made_on: NaiveDate,
}

impl RecoverySheet {
    /// The lines of the code, as the screen and the paper have them.
    pub fn code_lines(&self) -> Vec<String> {
        let numbered: Vec<String> = (1..)
            .zip(&self.groups)
            .map(|(number, group)| format!("{number}: {group}"))
            .collect();
        numbered
            .chunks(A_LINE)
            .map(|line| line.join("   "))
            .collect()
    }

    /// The sheet as plain text, to be printed.
    pub fn text(&self) -> String {
        let made_on = self.made_on.format("%-d %B %Y");
        let mut lines = vec![
            format!("RECOVERY SHEET {}", self.id),
            format!("Caseload of {}, made {made_on}", self.school),
            String::new(),
        ];
        let say = |lines: &mut Vec<String>, words: &str| lines.extend(wrap(words, COLUMNS));
        say(&mut lines, TOGETHER);
        lines.extend([String::new(), "The code:".to_owned(), String::new()]);
        lines.extend(
            self.code_lines()
                .into_iter()
                .map(|line| format!("    {line}")),
        );
        lines.push(String::new());
        for words in [
            format!("The file: {}", self.file),
            format!("It lies in: {}", self.folder),
            format!(
                "Backups lie in: {}; also in the second place and on the stick, if the school has named them",
                self.backups
            ),
            format!(
                "Salt, should the start of the file be damaged: {}",
                self.salt
            ),
        ] {
            say(&mut lines, &words);
        }
        lines.extend([String::new(), "To open the caseload with it:".to_owned()]);
        for (number, step) in (1..).zip(STEPS) {
            let mut step = wrap(step, COLUMNS - 3).into_iter();
            let first = step.next().unwrap_or_default();
            lines.push(format!("{number}. {first}"));
            lines.extend(step.map(|line| format!("   {line}")));
        }
        lines.push(String::new());
        say(&mut lines, DEAD);
        let mut text = lines.join("\n");
        text.push('\n');
        text
    }
}

/// What the sheet is, and where it should lie.
const TOGETHER: &str = "This sheet and the file together are everything: with both, anybody can read the whole caseload, without the passphrase. Seal it in an envelope, write \"SENCO caseload, recovery\" on it, and have it kept in the school's safe, where the head teacher can get at it. Keep no copy with the laptop.";
/// What becomes of it.
const DEAD: &str = "When the passphrase is changed this sheet is dead: it opens only the backups made until then. Destroy it when the new one lies in the safe.";

/// What to do, for somebody who has never seen the program.
const STEPS: [&str; 6] = [
    "Find the file: on the SENCO's laptop in the folder above, or a backup of it (its name ends in .sencobak).",
    "Start Caseload on any computer. If the file is elsewhere, choose \"Open another file\" and type where it is.",
    "Where it asks for the passphrase type the 48 digits above, with or without spaces, and press Enter. A mistyped group is named.",
    "The caseload opens. Press Ctrl+O, choose \"Passphrase\", and give it a new one: type the 48 digits once more as the one of now.",
    "Write the new recovery sheet down or print it, type two of its groups back, and put it in the envelope.",
    "Destroy this sheet. Whoever had the old passphrase can open neither the file nor any newer backup from then on.",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sheet_has_all_that_opens_the_file_and_fits_a_page() {
        let sheet = RecoverySheet {
            school: "Oakfield Primary School".to_owned(),
            file: "caseload.senco".to_owned(),
            folder: "C:\\Users\\ward\\AppData\\Local\\Caseload".to_owned(),
            backups: "C:\\Users\\ward\\AppData\\Local\\Caseload\\backups".to_owned(),
            groups: "221947-489423-539836-579810-152020-654093-638660-706717"
                .split('-')
                .map(str::to_owned)
                .collect(),
            id: "7F3A".to_owned(),
            salt: "000102030405060708090a0b0c0d0e0f".to_owned(),
            made_on: NaiveDate::from_ymd_opt(2026, 9, 4).unwrap(),
        };
        let text = sheet.text();
        for words in [
            "RECOVERY SHEET 7F3A",
            "made 4 September 2026",
            "1: 221947   2: 489423   3: 539836   4: 579810",
            "5: 152020   6: 654093   7: 638660   8: 706717",
            "000102030405060708090a0b0c0d0e0f",
            "caseload.senco",
            "6. Destroy this sheet.",
        ] {
            assert!(text.contains(words), "{words}:\n{text}");
        }
        assert!(text.lines().count() <= 60, "{text}");
        assert!(
            text.lines().all(|line| line.chars().count() <= COLUMNS),
            "{text}"
        );
    }
}
