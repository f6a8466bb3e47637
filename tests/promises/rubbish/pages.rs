//! Pages made into rubbish, as a fuzzer does it: bits, bytes, numbers, blocks and whole pages.

use super::image::Image;
use crate::random::Random;

/// Numbers at which programs slip, as two and as four bytes.
const NUMBERS: [u32; 12] = [
    0,
    1,
    0x7f,
    0x80,
    0xff,
    0x0fff,
    0x1000,
    0x7fff,
    0x8000,
    0xffff,
    0x7fff_ffff,
    0xffff_ffff,
];

/// Damages the pages in one place, or now and then in up to six.
pub fn damage(image: &mut Image, random: &mut Random) {
    let more = if random.chance(25) {
        random.below(6)
    } else {
        0
    };
    for _ in 0..=more {
        once(image, random);
    }
}

fn once(image: &mut Image, random: &mut Random) {
    let pages = &mut image.pages;
    let page = below(random, pages.len());
    let other = below(random, pages.len());
    let bytes = &mut pages[page];
    let at = place(bytes, random);
    let length = (1 + below(random, 256)).min(bytes.len() - at);
    match random.below(10) {
        0 | 1 => bytes[at] ^= 1 << random.below(8),
        2 => bytes[at] = [0, 1, 0x7f, 0x80, 0xfe, 0xff][below(random, 6)],
        3 | 4 => {
            let number = NUMBERS[below(random, NUMBERS.len())].to_be_bytes();
            let of_it = if random.chance(50) {
                &number[2..]
            } else {
                &number
            };
            let at = at.min(bytes.len() - of_it.len());
            bytes[at..at + of_it.len()].copy_from_slice(of_it);
        }
        5 => {
            let value = below(random, 256);
            bytes[at..at + length].fill(u8::try_from(value).expect("a byte"));
        }
        6 => bytes[at..at + length].fill_with(|| u8::try_from(random.below(256)).expect("a byte")),
        7 => {
            let to = below(random, bytes.len() - length + 1);
            bytes.copy_within(at..at + length, to);
        }
        8 => {
            let copied = bytes[at..at + length].to_vec();
            pages[other][at..at + length].copy_from_slice(&copied);
        }
        _ if random.chance(50) => pages.swap(page, other),
        _ => pages[other] = pages[page].clone(),
    }
}

/// A place in a page: as often at its head, where it says what it is and where all lies, as anywhere where something is.
fn place(bytes: &[u8], random: &mut Random) -> usize {
    let anywhere = below(random, bytes.len());
    match random.below(3) {
        0 => below(random, 64),
        1 => anywhere,
        _ => {
            let filled = bytes[anywhere..].iter().position(|byte| *byte != 0);
            filled.map_or(anywhere, |more| anywhere + more)
        }
    }
}

fn below(random: &mut Random, end: usize) -> usize {
    usize::try_from(random.below(end as u64)).expect("a number that fits")
}
