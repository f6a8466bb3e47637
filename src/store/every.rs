use super::{Store, StoreError, record};
use crate::domain::{Kind, Record, RecordId};

impl Store {
    /// All records of a kind, in order of making.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn every(&self, kind: Kind) -> Result<Vec<Record>, StoreError> {
        let table: &str = kind.into();
        let mut statement = self
            .conn
            .prepare(&format!("SELECT id FROM \"{table}\" ORDER BY id"))?;
        let ids: Vec<i64> = statement
            .query_map([], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        let mut records = Vec::with_capacity(ids.len());
        for id in ids {
            records.extend(record::read(&self.conn, RecordId::new(kind, id))?);
        }
        Ok(records)
    }
}
