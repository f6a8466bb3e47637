//! What must hold of the whole program: every size draws, and the table of commands is sound.

use std::collections::BTreeSet;

use caseload::commands::{self, Command, Scope, TABLE};
use caseload::keys::{Code, Key};
use strum::VariantArray as _;

use super::school::oakfield;
use super::senco::Senco;

#[test]
fn every_size_draws_with_the_cursor_inside() {
    let mut senco = Senco::new().with(oakfield());
    for (columns, rows) in (1..=130)
        .step_by(3)
        .flat_map(|columns| [(columns, 1), (columns, 16), (columns, 50)])
    {
        senco = senco.at(columns, rows);
        let (_, cursor) = senco.drawn();
        assert!(
            cursor.x < columns && cursor.y < rows,
            "the cursor left a window of {columns} by {rows}"
        );
    }
}

#[test]
fn no_key_means_two_things_in_one_place() {
    for scope in Scope::VARIANTS {
        let mut seen = BTreeSet::new();
        for row in commands::in_force(&[*scope]) {
            for key in row.keys {
                assert!(
                    seen.insert(*key),
                    "{key} means two things {}",
                    scope.label()
                );
            }
        }
    }
}

#[test]
fn every_command_has_a_row_and_every_row_a_key_and_words() {
    for command in Command::VARIANTS {
        assert!(
            TABLE.iter().any(|row| row.command == *command),
            "{command:?} can't be asked for"
        );
    }
    for row in TABLE {
        assert!(
            !row.keys.is_empty() && !row.words.is_empty(),
            "{:?}",
            row.command
        );
    }
}

#[test]
fn only_keys_that_every_terminal_sends_are_used() {
    for row in TABLE {
        for key in row.keys {
            let allowed = match key.code {
                Code::Char(letter) if key.ctrl => "abdefgklnopqrstuwyz".contains(letter),
                Code::F(number) => (1..=9).contains(&number),
                _ => !key.ctrl && !key.shift,
            };
            assert!(allowed, "{key} is not sent by every terminal");
            let is_letter =
                matches!(key.code, Code::Char(letter) if letter.is_alphabetic()) && !key.ctrl;
            let may_have_letters = matches!(
                row.scope,
                Scope::Pupils
                    | Scope::List
                    | Scope::Pupil
                    | Scope::KeptFilters
                    | Scope::Plan
                    | Scope::Register
                    | Scope::Import
                    | Scope::Backups
                    | Scope::Question
            );
            assert!(
                !is_letter || may_have_letters,
                "{key} is text {}",
                row.scope.label()
            );
        }
    }
}

#[test]
fn what_stands_on_an_f_key_has_a_second_way() {
    for row in TABLE
        .iter()
        .filter(|row| row.keys.iter().any(|key| matches!(key.code, Code::F(_))))
    {
        let others = TABLE
            .iter()
            .filter(|other| other.command == row.command)
            .flat_map(|other| other.keys);
        let second = others
            .into_iter()
            .any(|key: &Key| !matches!(key.code, Code::F(_)));
        assert!(second, "{} stands on an F key alone", row.words);
    }
}

#[test]
fn advice_is_never_cut_off_where_two_rows_hold_it() {
    Senco::new()
        .with(oakfield())
        .does("<Ctrl+N>Tyler<Tab><Tab>x<Tab>nonsense day of no calendar<Ctrl+S>")
        .sees("can't be read as a date")
        .sees("half term.");
}
