//! Words that occur nowhere else, and the search for them in every form in which they could be left.

use std::sync::OnceLock;

/// The child's name.
pub const NAME: &str = "Zqxbrielwynn";
/// Another's, from a school's list.
pub const LISTED: &str = "Zqxthaniella";
/// A note.
pub const NOTE: &str = "zqxhidesunderthetablek";
/// What is typed and not saved.
pub const DRAFT: &str = "zqxstoppedeatinglunchw";
/// The school.
pub const SCHOOL: &str = "Zqxoakfieldprimaryj";
/// The user.
pub const SENCO: &str = "Zqxwardmrsv";
/// Part of the passphrase.
pub const SECRET: &str = "zqxquiettablesandjobs";

const ALL: [&str; 7] = [NAME, LISTED, NOTE, DRAFT, SCHOOL, SENCO, SECRET];

/// Nothing that these bytes hold is a marker.
///
/// # Errors
/// With the first that is.
pub fn none_in(bytes: &[u8]) -> Result<(), String> {
    static FORMS: OnceLock<Vec<(Vec<u8>, String)>> = OnceLock::new();
    let forms = FORMS.get_or_init(|| ALL.iter().flat_map(|marker| forms(marker)).collect());
    let mut begins = [false; 256];
    for (form, _) in forms {
        begins[usize::from(form[0])] = true;
    }
    for (at, byte) in bytes.iter().enumerate() {
        if !begins[usize::from(*byte)] {
            continue;
        }
        if let Some((_, told)) = forms.iter().find(|(form, _)| bytes[at..].starts_with(form)) {
            return Err(format!("{told}, at byte {at}"));
        }
    }
    Ok(())
}

/// Each form of each marker, as it would lie in a file: for a trial of the search itself.
pub fn hidden() -> impl Iterator<Item = Vec<u8>> {
    let forms = ALL.iter().flat_map(|marker| forms(marker));
    forms.map(|(form, _)| [b"....", form.as_slice(), b"...."].concat())
}

fn forms(marker: &str) -> Vec<(Vec<u8>, String)> {
    let mut forms = Vec::new();
    for text in [
        marker.to_owned(),
        marker.to_lowercase(),
        marker.to_uppercase(),
    ] {
        let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        forms.push((utf16, format!("{text} in UTF-16")));
        for before in 0..3 {
            forms.push((base64_after(before, &text), format!("{text} in base64")));
        }
        forms.push((text.clone().into_bytes(), text));
    }
    forms
}

/// The letters of base64 that are the same whatever stands before and after, when this many bytes stand before.
fn base64_after(before: usize, text: &str) -> Vec<u8> {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let bytes = [&[0; 3][..before], text.as_bytes()].concat();
    let whole = bytes.len() / 3;
    let letters = bytes.chunks_exact(3).flat_map(|three| {
        let bits = three
            .iter()
            .fold(0, |bits: usize, byte| bits << 8 | usize::from(*byte));
        [18, 12, 6, 0].map(|shift| LETTERS[bits >> shift & 63])
    });
    // The first group has bits of what stands before.
    let unknown = if before == 0 { 0 } else { 4 };
    letters.take(whole * 4).skip(unknown).collect()
}
