/** Which form of a word a number asks for: the plural rules of a language. */

/** A word's forms by category of the Unicode plural rules (CLDR). `other` stands in for a category that has none of its own. */
export type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

/** Chooses the form of a word for a number. */
export type Plural = (count: number, forms: Forms) => string;

/** The chooser of a locale. It sees a number as it is written, with at most two digits after the point: 2.004 is written as 2, and takes its form. */
export function pluralOf(locale: string): Plural {
  const rules = new Intl.PluralRules(locale, { maximumFractionDigits: 2 });
  return (count, forms) => forms[rules.select(Math.abs(count))] ?? forms.other;
}
