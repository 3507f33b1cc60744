/** What the shop knows and does: prepared statements in, plain objects out. */
import type { DatabaseSync } from 'node:sqlite';
import { type Ask, asker, maybeNumber, number, type Row, text } from './statements.ts';

/** A book as lists show it. */
export interface ListedBook {
  readonly id: number;
  readonly title: string;
  readonly year: number;
  /** In cents, as all prices here. */
  readonly price: number;
  readonly author: string;
  readonly reviews: number;
  /** Mean of the stars, one decimal; null without reviews. */
  readonly stars: number | null;
}

/** One page of books, by title. */
export interface Page {
  readonly page: number;
  readonly pages: number;
  readonly total: number;
  readonly books: readonly ListedBook[];
}

/** A book with its author and what readers say. */
export interface Book {
  readonly id: number;
  readonly title: string;
  readonly year: number;
  readonly price: number;
  readonly author: { readonly id: number; readonly name: string };
  readonly reviews: Reviews & {
    readonly latest: readonly { readonly stars: number; readonly text: string }[];
  };
}

/** An author with all their books. */
export interface Author {
  readonly id: number;
  readonly name: string;
  readonly born: number;
  readonly books: readonly { readonly id: number; readonly title: string; readonly year: number }[];
}

/** An order that was placed. */
export interface Order {
  readonly id: number;
  readonly book: number;
  readonly quantity: number;
  readonly total: number;
  /** ISO 8601, UTC. */
  readonly placed: string;
}

/** The shop's figures. */
export interface Stats {
  readonly authors: number;
  readonly books: number;
  readonly reviews: number;
  readonly orders: number;
}

/** The counter. Null: nothing of that number. */
export interface Shop {
  list(page: number, search: string): Page;
  book(id: number): Book | null;
  author(id: number): Author | null;
  placeOrder(book: number, quantity: number): Order | null;
  order(id: number): Order | null;
  stats(): Stats;
}

/** Prepares every statement once. `nPlusOne`: lists ask for each book, author and review summary by itself; the answers are the same. */
export function openShop(database: DatabaseSync, options: { readonly nPlusOne: boolean }): Shop {
  const ask = asker(database);
  return {
    list: lister(ask, options.nPlusOne ? rowsOneByOne(ask) : rowsAtOnce(ask)),
    book: bookFinder(ask),
    author: authorFinder(ask),
    placeOrder: orderPlacer(ask),
    order: ask.one('SELECT id, book, quantity, total, placed FROM orders WHERE id = ?', readOrder),
    stats: statistician(ask),
  };
}

type Reviews = { readonly count: number; readonly stars: number | null };
type ListRows = (pattern: string, limit: number, offset: number) => readonly ListedBook[];

const PAGE_SIZE = 20;
const FOUND = `FROM books JOIN authors ON authors.id = books.author
  WHERE title LIKE ?1 ESCAPE '\\' OR name LIKE ?1 ESCAPE '\\'`;
const ON_PAGE = 'ORDER BY title, books.id LIMIT ?2 OFFSET ?3';

function lister(ask: Ask, rows: ListRows): Shop['list'] {
  const all = ask.one('SELECT count(*) AS total FROM books', ({ total }) => number(total));
  const found = ask.one(`SELECT count(*) AS total ${FOUND}`, ({ total }) => number(total));
  return (page, search) => {
    const pattern = `%${search.replaceAll(/[\\%_]/gu, '\\$&')}%`;
    const total = (search === '' ? all() : found(pattern)) ?? 0;
    const books = rows(pattern, PAGE_SIZE, (page - 1) * PAGE_SIZE);
    return { page, pages: Math.ceil(total / PAGE_SIZE), total, books };
  };
}

function rowsAtOnce(ask: Ask): ListRows {
  return ask.many(
    `SELECT books.id, title, year, price, name,
      (SELECT count(*) FROM reviews WHERE book = books.id) AS count,
      (SELECT round(avg(stars), 1) FROM reviews WHERE book = books.id) AS stars
    ${FOUND} ${ON_PAGE}`,
    (row) => listed(number(row['id']), row, text(row['name']), readReviews(row)),
  );
}

function rowsOneByOne(ask: Ask): ListRows {
  const ids = ask.many(`SELECT books.id ${FOUND} ${ON_PAGE}`, ({ id }) => number(id));
  const bookOf = ask.one('SELECT title, year, price, author FROM books WHERE id = ?', (row) => row);
  const nameOf = ask.one('SELECT name FROM authors WHERE id = ?', ({ name }) => text(name));
  const reviewsOf = reviewsFinder(ask);
  return (...page) =>
    ids(...page).map((id) => {
      const book = bookOf(id) ?? {};
      return listed(id, book, nameOf(number(book['author'])) ?? '', reviewsOf(id));
    });
}

function listed(
  id: number,
  { title, year, price }: Row,
  author: string,
  { count, stars }: Reviews,
): ListedBook {
  return { id, title: text(title), year: number(year), price: number(price), author, reviews: count, stars };
}

function reviewsFinder(ask: Ask): (book: number) => Reviews {
  const sql = 'SELECT count(*) AS count, round(avg(stars), 1) AS stars FROM reviews WHERE book = ?';
  const reviewsOf = ask.one(sql, readReviews);
  return (book) => reviewsOf(book) ?? { count: 0, stars: null };
}

function readReviews({ count, stars }: Row): Reviews {
  return { count: number(count), stars: maybeNumber(stars) };
}

function bookFinder(ask: Ask): Shop['book'] {
  const sql = `SELECT title, year, price, author, name FROM books
    JOIN authors ON authors.id = author WHERE books.id = ?`;
  const bookOf = ask.one(sql, ({ title, year, price, author, name }) => ({
    title: text(title),
    year: number(year),
    price: number(price),
    author: { id: number(author), name: text(name) },
  }));
  const latest = ask.many(
    'SELECT stars, text FROM reviews WHERE book = ? ORDER BY id DESC LIMIT 3',
    (row) => ({ stars: number(row['stars']), text: text(row['text']) }),
  );
  const reviewsOf = reviewsFinder(ask);
  return (id) => {
    const book = bookOf(id);
    return book === null ? null : { id, ...book, reviews: { ...reviewsOf(id), latest: latest(id) } };
  };
}

function authorFinder(ask: Ask): Shop['author'] {
  const authorOf = ask.one('SELECT name, born FROM authors WHERE id = ?', ({ name, born }) => ({
    name: text(name),
    born: number(born),
  }));
  const booksOf = ask.many(
    'SELECT id, title, year FROM books WHERE author = ? ORDER BY year, id',
    ({ id, title, year }) => ({ id: number(id), title: text(title), year: number(year) }),
  );
  return (id) => {
    const author = authorOf(id);
    return author === null ? null : { id, ...author, books: booksOf(id) };
  };
}

function orderPlacer(ask: Ask): Shop['placeOrder'] {
  const insert = ask.one(
    `INSERT INTO orders (book, quantity, total, placed)
      SELECT id, ?2, price * ?2, ?3 FROM books WHERE id = ?1
      RETURNING id, book, quantity, total, placed`,
    readOrder,
  );
  return (book, quantity) => insert(book, quantity, new Date().toISOString());
}

function readOrder({ id, book, quantity, total, placed }: Row): Order {
  return {
    id: number(id),
    book: number(book),
    quantity: number(quantity),
    total: number(total),
    placed: text(placed),
  };
}

/** Nothing is ever deleted, so the highest number is the count: these figures cost the same however many orders there are. */
function statistician(ask: Ask): Shop['stats'] {
  const count = ask.one(
    `SELECT (SELECT max(id) FROM authors) AS authors, (SELECT max(id) FROM books) AS books,
      (SELECT max(id) FROM reviews) AS reviews, (SELECT coalesce(max(id), 0) FROM orders) AS orders`,
    (row) => ({
      authors: number(row['authors']),
      books: number(row['books']),
      reviews: number(row['reviews']),
      orders: number(row['orders']),
    }),
  );
  return () => count() ?? { authors: 0, books: 0, reviews: 0, orders: 0 };
}
