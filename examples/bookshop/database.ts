/** The shop's database: one SQLite file, created and filled at the first start. */
import { DatabaseSync } from 'node:sqlite';
import { drawStock } from './seed.ts';

/** Raised when tables or stock change: a file of another version is refused, not guessed at. */
const VERSION = 1;

const TABLES = `
  CREATE TABLE authors (id INTEGER PRIMARY KEY, name TEXT NOT NULL, born INTEGER NOT NULL);
  CREATE TABLE books (
    id INTEGER PRIMARY KEY,
    title TEXT NOT NULL,
    author INTEGER NOT NULL REFERENCES authors (id),
    year INTEGER NOT NULL,
    price INTEGER NOT NULL
  );
  CREATE TABLE reviews (
    id INTEGER PRIMARY KEY,
    book INTEGER NOT NULL REFERENCES books (id),
    stars INTEGER NOT NULL,
    text TEXT NOT NULL
  );
  CREATE TABLE orders (
    id INTEGER PRIMARY KEY,
    book INTEGER NOT NULL REFERENCES books (id),
    quantity INTEGER NOT NULL,
    total INTEGER NOT NULL,
    placed TEXT NOT NULL
  );
  CREATE INDEX books_by_title ON books (title);
`;

const INDICES = `
  CREATE INDEX IF NOT EXISTS reviews_by_book ON reviews (book, stars);
  CREATE INDEX IF NOT EXISTS books_by_author ON books (author);
`;

const NO_INDICES = 'DROP INDEX IF EXISTS reviews_by_book; DROP INDEX IF EXISTS books_by_author;';

/** Opens the database, and creates it where the file is new. @throws Error when the file is of another version or no database */
export function openDatabase(path: string, options: { readonly dropIndex: boolean }): DatabaseSync {
  const database = new DatabaseSync(path, { timeout: 5_000 });
  try {
    // An order is safe when the process dies, and costs no flush of the disk: the disk is not what this example is about.
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON;');
    fill(database);
    database.exec(options.dropIndex ? NO_INDICES : INDICES);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** In one transaction: a start that is cut short leaves an empty file and not half a shop. */
function fill(database: DatabaseSync): void {
  const version = Number(database.prepare('PRAGMA user_version').get()?.['user_version']);
  if (version === VERSION) return;
  if (version !== 0)
    throw new Error(`the database has version ${version}, this shop needs ${VERSION}: give another file`);
  database.exec('BEGIN IMMEDIATE');
  try {
    database.exec(TABLES);
    stock(database);
    database.exec(`PRAGMA user_version = ${VERSION}; COMMIT`);
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}

function stock(database: DatabaseSync): void {
  const { authors, books, reviews } = drawStock();
  const author = database.prepare('INSERT INTO authors (name, born) VALUES (?, ?)');
  for (const { name, born } of authors) author.run(name, born);
  const book = database.prepare('INSERT INTO books (title, author, year, price) VALUES (?, ?, ?, ?)');
  for (const { title, author: by, year, price } of books) book.run(title, by, year, price);
  const review = database.prepare('INSERT INTO reviews (book, stars, text) VALUES (?, ?, ?)');
  for (const { book: of, stars, text } of reviews) review.run(of, stars, text);
}
