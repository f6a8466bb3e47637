-- The running sum of each table's rows (store/sums.rs), by which a page that was put back to an older state is noticed.
CREATE TABLE table_sum (
  name TEXT PRIMARY KEY,
  sum  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
