/** Prepared statements whose rows are read into typed objects, column by column. */
import type { DatabaseSync, SQLInputValue, SQLOutputValue } from 'node:sqlite';

/** A row as SQLite gives it. */
export type Row = Readonly<Record<string, SQLOutputValue>>;

/** Prepares a statement once; what comes back runs it. */
export interface Ask {
  /** The first row, or null. */
  one<Item>(sql: string, read: (row: Row) => Item): (...values: SQLInputValue[]) => Item | null;
  /** All rows. */
  many<Item>(sql: string, read: (row: Row) => Item): (...values: SQLInputValue[]) => readonly Item[];
}

/** Prepares statements on a database. */
export function asker(database: DatabaseSync): Ask {
  return {
    one(sql, read) {
      const statement = database.prepare(sql);
      return (...values) => {
        const row = statement.get(...values);
        return row === undefined ? null : read(row);
      };
    },
    many(sql, read) {
      const statement = database.prepare(sql);
      return (...values) => statement.all(...values).map(read);
    },
  };
}

/** A column that holds a number. @throws TypeError when it does not */
export function number(value: SQLOutputValue | undefined): number {
  if (typeof value === 'number') return value;
  throw new TypeError(`expected a number in the database, found ${typeof value}`);
}

/** A column that holds text. @throws TypeError when it does not */
export function text(value: SQLOutputValue | undefined): string {
  if (typeof value === 'string') return value;
  throw new TypeError(`expected text in the database, found ${typeof value}`);
}

/** A column that holds a number or nothing. @throws TypeError when it holds anything else */
export function maybeNumber(value: SQLOutputValue | undefined): number | null {
  return value === null ? null : number(value);
}
