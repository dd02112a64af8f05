import { secretForms } from './secretForms';

export const REDACTED = '(sensitive)';

/** Shorter values would blank out harmless text; Terraform hides those itself. */
const MIN_LENGTH = 4;

/** Replaces secrets in everything that leaves the runner. Secrets are added as they become known. */
export class Redactor {
  readonly #forms = new Set<string>();
  #pattern: RegExp | undefined;

  /** Adds every text and number inside a value; what is shorter than four characters is left alone. */
  add(secret: unknown): void {
    for (const text of textsIn(secret)) {
      if (text.length >= MIN_LENGTH && !this.#forms.has(text)) {
        secretForms(text).forEach(form => this.#forms.add(form));
        this.#pattern = undefined;
      }
    }
  }

  text(text: string): string {
    if (this.#forms.size === 0) {
      return text;
    }
    return text.replace(this.#currentPattern(), REDACTED);
  }

  /** A copy of plain data in which every text, keys included, is redacted. */
  value<T>(value: T): T {
    return this.#copy(value) as T;
  }

  #copy(value: unknown): unknown {
    if (typeof value === 'string') {
      return this.text(value);
    }
    if (Array.isArray(value)) {
      return value.map(item => this.#copy(item));
    }
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(
        Object.entries(value).map(([key, item]) => [
          this.text(key),
          this.#copy(item),
        ]),
      );
    }
    return value;
  }

  #currentPattern(): RegExp {
    if (!this.#pattern) {
      // Longest first: a secret that holds another one must not leave its rest behind.
      const forms = [...this.#forms].sort((a, b) => b.length - a.length);
      this.#pattern = new RegExp(forms.map(escapePattern).join('|'), 'g');
    }
    return this.#pattern;
  }
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') {
    return [value];
  }
  if (typeof value === 'number') {
    return [String(value)];
  }
  return typeof value === 'object' && value !== null
    ? Object.values(value).flatMap(textsIn)
    : [];
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
