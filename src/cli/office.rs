//! Opening the caseload for a plain command.

use std::path::{Path, PathBuf};
use std::thread;

use chrono::{DateTime, FixedOffset};
use zeroize::Zeroizing;

use super::args::Args;
use super::{Failure, passphrase};
use crate::app::{Clock, Holding, Places, guessing};
use crate::domain::Pupil;
use crate::store::{Passphrase, Sealed, Store, Unlock, open};

/// What a plain command has to work with, before it opens a file.
#[derive(Debug)]
pub(super) struct Office {
    places: Places,
    file: Option<PathBuf>,
    passphrase_file: Option<PathBuf>,
    /// Whether text is for a reader that speaks: one column.
    pub(super) plain: bool,
    /// The time.
    pub(super) now: DateTime<FixedOffset>,
}

impl Office {
    /// As the arguments say.
    pub(super) fn of(args: &Args) -> Result<Self, Failure> {
        let places = Places::of_this_user();
        let places = places.ok_or_else(|| {
            Failure::refused("This account has no home folder. Give --file PATH.")
        })?;
        Ok(Self {
            places,
            file: args
                .file
                .clone()
                .or_else(|| std::env::var_os("CASELOAD_FILE").map(PathBuf::from)),
            passphrase_file: args.passphrase_file.clone(),
            plain: args.plain,
            now: Clock::Real { today: args.today }.now(),
        })
    }

    /// Where this laptop keeps things.
    pub(super) fn places(&self) -> &Places {
        &self.places
    }

    /// The file that is meant, if one was named.
    pub(super) fn named_file(&self) -> Option<&Path> {
        self.file.as_deref()
    }

    /// The file that is meant: the one named, the one used last, or the usual one.
    pub(super) fn file(&self) -> PathBuf {
        self.file
            .clone()
            .unwrap_or_else(|| self.places.usual_file())
    }

    /// What opens it: from the file named, or asked for.
    pub(super) fn passphrase(&self, prompt: &str) -> Result<Zeroizing<String>, Failure> {
        passphrase::read(self.passphrase_file.as_deref(), prompt)
    }

    /// Opens the caseload.
    pub(super) fn open(&self) -> Result<Holding, Failure> {
        let path = self.file();
        // Whatever is wrong with the file is said before anyone types a passphrase for it.
        let sealed = Sealed::inspect(&path, self.now)?;
        let words = self.passphrase("Passphrase: ")?;
        let unlock =
            Unlock::from_words(&words).map_err(|error| Failure::refused(error.to_string()))?;
        Ok(Holding::load(self.unlock(sealed, &unlock)?, self.now)?)
    }

    /// Tries what was given. After too many wrong passphrases it is tried only after a pause: the screen says so, and here it
    /// is waited for.
    fn unlock(&self, mut sealed: Sealed, unlock: &Unlock) -> Result<Store, Failure> {
        let (path, salt) = (&sealed.path().to_owned(), &sealed.salt().clone());
        // As it is now that the file is ours: another program may have counted until then.
        let mut places = self.places.anew();
        let is_guess = matches!(unlock, Unlock::Passphrase(_));
        if is_guess {
            if guessing::must_wait(places.wrong_tries(path, salt)) {
                thread::sleep(guessing::PAUSE);
            }
            places.count_try(path, salt);
        }
        let expected = places.expected(path, salt);
        match open::unlock(
            &mut sealed,
            unlock,
            expected,
            &self.places.shelves(),
            self.now,
        ) {
            Ok((conn, seed)) => {
                // Its own may have been damaged, and put back.
                places.was_opened(path, sealed.salt(), seed.check_value());
                Ok(Store::unsealed(sealed, conn, &seed))
            }
            Err(error) if is_guess && error.is_about_passphrase() => {
                let left = guessing::words(places.wrong_tries(path, salt));
                Err(Failure::damaged(format!("{error} {left}")))
            }
            Err(error) => {
                if is_guess {
                    places.take_back_try(path, salt);
                }
                Err(error.into())
            }
        }
    }

    /// A passphrase for a new file: typed twice, or from the file named.
    pub(super) fn new_passphrase(&self) -> Result<Passphrase, Failure> {
        let file = self.passphrase_file.as_deref();
        let words = passphrase::read(file, "New passphrase, at least 12 characters: ")?;
        let chosen =
            Passphrase::choose(&words).map_err(|refusal| Failure::refused(refusal.to_string()))?;
        if file.is_none() && *passphrase::read(None, "The same again: ")? != *words {
            return Err(Failure::refused(
                "The two passphrases are not the same. Nothing was made; please try again.",
            ));
        }
        Ok(chosen)
    }

    /// The passphrase of the file named, if one is.
    pub(super) fn given_passphrase(&self) -> Result<Option<Passphrase>, Failure> {
        let Some(file) = &self.passphrase_file else {
            return Ok(None);
        };
        let words = passphrase::read(Some(file), "")?;
        let chosen =
            Passphrase::choose(&words).map_err(|refusal| Failure::refused(refusal.to_string()))?;
        Ok(Some(chosen))
    }
}

/// The one pupil that some words fit. What is said when it is not one names nobody but as the user did: what goes wrong
/// ends in logs.
pub(super) fn pupil<'a>(holding: &'a Holding, name: &[String]) -> Result<&'a Pupil, Failure> {
    let words = name.join(" ");
    only_one(holding, &words).map_err(|fitting| {
        Failure::refused(if fitting.is_empty() {
            format!("No pupil fits \"{words}\". caseload list shows all.")
        } else {
            format!(
                "\"{words}\" fits {} pupils: {}. Type more of the name, or an id; caseload list {words} shows them.",
                fitting.len(),
                ids(&fitting)
            )
        })
    })
}

/// The one pupil that some words fit, or all that they fit when that is not one.
pub(super) fn only_one<'a>(holding: &'a Holding, words: &str) -> Result<&'a Pupil, Vec<&'a Pupil>> {
    let fitting = holding.caseload.find(words);
    match fitting.as_slice() {
        [only] => Ok(only),
        _ => Err(fitting),
    }
}

/// The ids of the first few of these: "id 101, id 104".
pub(super) fn ids(pupils: &[&Pupil]) -> String {
    let ids = pupils
        .iter()
        .take(8)
        .map(|pupil| format!("id {}", pupil.id));
    ids.collect::<Vec<_>>().join(", ")
}
