import type { JsonValue } from '@terrastage/terraform-runner/protocol';
import { flatten } from './flatten';
import type { AttributePath, StateFile, StateInstance } from './StateFile';

/**
 * A second line behind Terraform's own marks: a provider may have forgotten one, and a state of an old Terraform
 * has none for what the provider marks.
 */
const SECRET_NAME =
  /(password|passwd|passphrase|secret|token|private_?key|credential|api_?key|access_?key|connection_string)/i;
/** Names of secrets, and facts about them, are none. */
const HARMLESS_END = /_(arns?|ids?|names?|days|enabled|length|version|type)$/i;
/** Shorter ones stand in too much else. */
const MIN_LENGTH = 6;

/** What of some states must not be shown. */
export class Secrets {
  private readonly values = new Set<string>();

  constructor(states: readonly StateFile[]) {
    for (const { outputs, instances } of states) {
      Object.values(outputs)
        .filter(({ sensitive }) => sensitive)
        .forEach(({ value }) => this.add(value));
      for (const instance of instances) {
        flatten(instance.attributes)
          .filter(({ path }) => isMarked(instance, path))
          .forEach(({ value }) => this.add(value));
      }
    }
  }

  /** True for what is marked, is named like a secret, or contains what is secret elsewhere. */
  hides(instance: StateInstance, path: AttributePath, value: JsonValue) {
    return isMarked(instance, path) || hasSecretName(path) || this.isIn(value);
  }

  /** True when what is secret elsewhere is contained in a value. */
  isIn(value: JsonValue): boolean {
    return flatten(value).some(
      leaf =>
        typeof leaf.value === 'string' &&
        [...this.values].some(secret =>
          (leaf.value as string).includes(secret),
        ),
    );
  }

  private add(value: JsonValue): void {
    for (const leaf of flatten(value)) {
      if (typeof leaf.value === 'string' && leaf.value.length >= MIN_LENGTH) {
        this.values.add(leaf.value);
      }
    }
  }
}

function isMarked({ sensitive }: StateInstance, path: AttributePath): boolean {
  return sensitive.some(
    marked =>
      marked.length <= path.length &&
      marked.every((step, index) => step === path[index]),
  );
}

function hasSecretName(path: AttributePath): boolean {
  return path.some(step => SECRET_NAME.test(step) && !HARMLESS_END.test(step));
}
