//! [`DocumentFormat`].

use serde::{Deserialize, Serialize};

use super::Code;

/// What a document's content is, as its bytes say and not its name: only what holds no program is taken in.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    strum::IntoStaticStr,
    strum::EnumString,
    strum::VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum DocumentFormat {
    /// PDF.
    Pdf,
    /// Word, of 2007 and later.
    Docx,
    /// Word, before 2007.
    Doc,
    /// An Excel workbook, of 2007 and later.
    Xlsx,
    /// PowerPoint slides, of 2007 and later.
    Pptx,
    /// A text of LibreOffice.
    Odt,
    /// A spreadsheet of LibreOffice.
    Ods,
    /// Rich text.
    Rtf,
    /// A JPEG picture.
    Jpeg,
    /// A PNG picture.
    Png,
    /// A GIF picture.
    Gif,
    /// A TIFF picture, as scanners make.
    Tiff,
    /// A picture of an iPhone.
    Heic,
    /// Plain text.
    Text,
}

impl DocumentFormat {
    /// The ending that a copy's name gets: always this, whatever the file was called.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Tiff => "tif",
            Self::Text => "txt",
            other => other.code(),
        }
    }
}

impl Code for DocumentFormat {
    fn label(self) -> &'static str {
        match self {
            Self::Pdf => "PDF",
            Self::Docx | Self::Doc => "Word",
            Self::Xlsx => "Excel",
            Self::Pptx => "PowerPoint",
            Self::Odt => "LibreOffice text",
            Self::Ods => "LibreOffice spreadsheet",
            Self::Rtf => "rich text",
            Self::Jpeg | Self::Png | Self::Gif | Self::Heic => "picture",
            Self::Tiff => "scan",
            Self::Text => "text",
        }
    }
}
