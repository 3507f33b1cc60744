/** The shop's stock: authors, books and reviews, the same in every copy of the database. */

/** One author. */
export interface AuthorSeed {
  readonly name: string;
  readonly born: number;
}

/** One book; `author` is the place of its author in the list, from 1. */
export interface BookSeed {
  readonly title: string;
  readonly author: number;
  readonly year: number;
  /** In cents. */
  readonly price: number;
}

/** One review; `book` is the place of its book in the list, from 1. */
export interface ReviewSeed {
  readonly book: number;
  /** From 1 to 5. */
  readonly stars: number;
  readonly text: string;
}

/** Everything the database starts with. */
export interface Stock {
  readonly authors: readonly AuthorSeed[];
  readonly books: readonly BookSeed[];
  readonly reviews: readonly ReviewSeed[];
}

const AUTHORS = 400;
const BOOKS = 4_000;
const REVIEWS = 24_000;
const SEED = 20_240_229;

const GIVEN =
  'Ada Boris Chen Dara Emil Farah Goran Hana Ivo Jude Kira Luca Mara Nils Olga Pia Ravi Sena Timo Uma';
const FAMILY =
  'Abara Bell Castro Dolan Eriksen Fox Grau Haas Ito Jansen Kovac Lund Moss Nadir Okoye Pires Quist Rao Sato Toth';
const FIRST =
  'Amber Broken Cold Distant Empty Final Golden Hidden Iron Last Narrow Open Paper Quiet Red Silent Tall Wild';
const SECOND =
  'Atlas Bridge Coast Door Engine Forest Garden Harbour Island Journey Kitchen Letter Map Night Orchard River Season Tower';
const THIRD = 'of-Ash of-Glass of-Rain in-Winter at-Noon by-the-Sea without-End for-Two under-Stars';
const OPINIONS = [
  'Could not put it down.',
  'Slow to start, worth the wait.',
  'I gave it to three friends.',
  'The middle drags.',
  'Beautiful sentences, thin plot.',
  'Not for me.',
];

/** Draws the whole stock. The same on every machine and at every start. */
export function drawStock(): Stock {
  const draw = drawer(SEED);
  return {
    authors: times(AUTHORS, (at) => ({
      name: `${word(GIVEN, at)} ${word(FAMILY, Math.floor(at / 20))}`,
      born: draw(1880, 2000),
    })),
    books: times(BOOKS, () => ({
      title: `The ${word(FIRST, draw(0, 17))} ${word(SECOND, draw(0, 17))} ${word(THIRD, draw(0, 8)).replaceAll('-', ' ')}`,
      author: draw(1, AUTHORS),
      year: draw(1950, 2025),
      price: draw(500, 4_500),
    })),
    reviews: times(REVIEWS, () => ({
      book: draw(1, BOOKS),
      stars: draw(1, 5),
      text: OPINIONS[draw(0, OPINIONS.length - 1)] ?? '',
    })),
  };
}

/** Whole numbers from `from` to `to`, both included, from a fixed seed (mulberry32). */
function drawer(seed: number): (from: number, to: number) => number {
  let state = seed;
  return (from, to) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return from + (((mixed ^ (mixed >>> 14)) >>> 0) % (to - from + 1));
  };
}

function times<Item>(count: number, make: (at: number) => Item): readonly Item[] {
  return Array.from({ length: count }, (_, at) => make(at));
}

function word(list: string, at: number): string {
  const words = list.split(' ');
  return words[at % words.length] ?? '';
}
