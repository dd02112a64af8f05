import { SelectItemText } from '@backstage/ui';
import styles from './field.module.css';

export interface FieldOptionItem {
  id: string;
  label: string;
  description?: string;
  disabled?: boolean;
}

/** An entry of a field's list. What it says below its name is wrapped in a narrow window, never cut off. */
export function renderFieldOption({
  id,
  label,
  description,
  disabled,
}: FieldOptionItem) {
  return (
    <SelectItemText
      id={id}
      title={label}
      description={description}
      isDisabled={disabled}
      className={styles.option}
    />
  );
}
