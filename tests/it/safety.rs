//! The passphrase and the recovery sheet.

use chrono::Duration;

use super::senco::{CODE, Senco};

const PASSPHRASE: &str = "wombats play the trombone";

/// The six digits after this number on the screen.
fn group(screen: &str, number: usize) -> String {
    let (_, after) = screen
        .split_once(&format!("{number}: "))
        .expect("a group of the code");
    after.chars().take(6).collect()
}

#[test]
fn a_new_caseload_is_refused_a_poor_passphrase_and_shows_its_sheet() {
    let mut senco = Senco::at_the_gate()
        .does("<Enter>")
        .sees("Five words drawn at random are best.")
        .does("Oakfield Primary<Enter>Mrs Ward<Enter>oakfield ward<Enter>oakfield ward<Enter>")
        .sees("That is made of what is tried first");
    senco = senco.does(&"<Backspace>".repeat(13)).does(&format!(
        "{PASSPHRASE}<Enter>{}{PASSPHRASE}<Enter>",
        "<Backspace>".repeat(13)
    ));
    senco
        .sees("Recovery sheet")
        .sees("8: ")
        .does("<Esc>")
        .sees("Bring your list in")
        .does("<Ctrl+O>")
        .sees("not checked yet: made today");
}

#[test]
fn the_sheet_is_shown_after_the_passphrase_kept_deleted_and_checked() {
    let mut senco = Senco::in_a_file()
        .does("<Ctrl+O><End><Up>")
        .picture("settings-of-a-file-80x24")
        .does("<Enter>")
        .sees("See that nobody looks over your shoulder")
        .does("not the passphrase<Enter>")
        .sees("That is not the passphrase of now.")
        .sees("4 tries left before a pause.")
        // What is typed next takes the place of the stars.
        .does(&format!("{CODE}<Enter>"))
        .picture("recovery-sheet-80x24");
    let sheet = senco.screen();
    let mut senco = senco.does("<Enter>").picture("recovery-check-80x24");
    let asked: Vec<usize> = senco
        .screen()
        .lines()
        .filter_map(|line| {
            let words: Vec<&str> = line.split_whitespace().collect();
            let at = words.iter().position(|word| *word == "Group")?;
            words.get(at + 1)?.parse().ok()
        })
        .collect();
    let [one, other] = asked[..] else {
        panic!("two groups are asked for: {asked:?}");
    };
    senco
        .does(&format!("{}<Tab>{}<Ctrl+S>", group(&sheet, one), "000000"))
        .sees(&format!("Group {other} on the paper should be another."))
        .does(&"<Backspace>".repeat(6))
        .does(&format!("{}<Ctrl+S>", group(&sheet, other)))
        .sees("The recovery code is checked.")
        .sees("checked 23 Nov")
        .kept();
}

#[test]
fn the_passphrase_is_changed_and_the_old_code_opens_nothing_but_older_backups() {
    let change = |now: &str, new: &str| {
        format!("<Ctrl+O><End><Up><Up><Enter>{now}<Tab>{new}<Tab>{new}<Ctrl+S>")
    };
    let senco = Senco::in_a_file()
        .does(&change(CODE, "aisha khan oakfield"))
        .sees("That is made of what is tried first")
        .does("<Esc><Esc>")
        .does(&change("not the passphrase", PASSPHRASE))
        .sees("That is not the passphrase of now.")
        .does("<Esc><Esc>")
        .does(&change(CODE, PASSPHRASE))
        .sees("The passphrase is changed.")
        .sees("Recovery sheet")
        .does("<Esc><Esc><Ctrl+B>")
        .sees("Backups (2)")
        .sees("new passphrase")
        .does("<Esc><Ctrl+K>")
        .does(&format!("{CODE}<Enter>"))
        .sees("That recovery code does not open this file");
    senco
        .does(&format!("{PASSPHRASE}<Enter>"))
        .sees("2 pupils in this caseload")
        .sees("Recovery code not checked yet: made today")
        .waits(Duration::days(9))
        .does("x");
}

#[test]
fn guessing_is_slowed_down_and_the_right_one_still_opens() {
    let mut senco = Senco::in_a_file().does("<Ctrl+K>");
    for left in [
        "4 tries left",
        "3 tries left",
        "2 tries left",
        "1 try left",
        "From now on one try",
    ] {
        senco = senco.does("not the passphrase<Enter>").sees(left);
    }
    senco
        .does("not the passphrase<Enter>")
        .sees("After 5 wrong passphrases there is one try a minute. Wait 60 seconds")
        .sits_still(1)
        .does("<Enter>")
        .sees("From now on one try")
        // The recovery code is never made to wait.
        .does(&format!("{CODE}<Enter>"))
        .sees("2 pupils in this caseload");
}

#[test]
fn who_opens_with_the_code_is_told_to_choose_another_passphrase() {
    Senco::in_a_file()
        .does(&format!("<Ctrl+K>{CODE}<Enter>"))
        .sees("Opened with the recovery code. If the passphrase is lost")
        // What holds everywhere is done at once, before any name is seen.
        .does("<Ctrl+O>")
        .sees("Check my caseload")
        .does("<End><Enter>")
        .sees("+ Your caseload is good");
}

#[test]
fn a_typed_code_takes_the_place_of_a_wrong_passphrase() {
    Senco::in_a_file()
        .does("<Ctrl+K>not the passphrase<Enter>")
        .sees("4 tries left")
        .does(&format!("{CODE}<Enter>"))
        .sees("2 pupils in this caseload");
}

#[test]
fn before_a_caseload_is_open_nothing_of_an_open_one_can_be_begun() {
    for key in ["<F1>", "<Ctrl+N>", "<Ctrl+F>", "<Ctrl+T>", "<Ctrl+O>"] {
        Senco::in_a_file()
            .does("<Ctrl+K><Ctrl+B><Enter>")
            .sees("Bring this backup back?")
            .does(key)
            .sees("does nothing here. The lowest line says what can be done.");
    }
}

#[test]
fn whose_file_is_gone_or_empty_is_told_of_the_backup_there_is() {
    let senco = Senco::in_a_file().does("<Esc><Ctrl+Q>");
    let file = senco.home().join("caseload.senco");
    std::fs::remove_file(&file).expect("a file");
    let senco = senco
        .starts_again()
        .sees("Open your caseload")
        .does("<Enter>")
        .sees("is not there")
        .sees("It was last used here on Mon 23 Nov 2026, 15:20")
        .sees("back the backup of Mon 23 Nov 2026, 15:20, 2 pupils");
    std::fs::write(&file, "").expect("a file");
    senco
        .does("<Enter>")
        .sees("is empty (0 bytes)")
        .sees("the backup of Mon 23 Nov 2026")
        .does("<Ctrl+B>")
        .sees("Backups (1)");
}
