/** The same keys with texts in another language. */
export type Translated<T> = { readonly [Key in keyof T]: string };
