import { type ComponentType, useState } from 'react';
import type { FakeResourcesApi } from './FakeResourcesApi';
import { renderInPortal } from './renderInPortal';

interface RenderFieldOptions {
  api: FakeResourcesApi;
  language?: 'en' | 'pt';
  title?: string;
  /** More of the field's JSON Schema. */
  schema?: object;
  options?: object;
  required?: boolean;
  /** The other fields of the form. */
  formData?: Record<string, unknown>;
  /** The field's value at first. */
  value?: unknown;
}

/** Draws a field of a form over a portal in memory. `values` gets what the field says, the newest last. */
export function renderField<P>(
  Field: ComponentType<P>,
  {
    api,
    language,
    title,
    schema,
    options,
    required,
    formData,
    value,
  }: RenderFieldOptions,
) {
  const values: unknown[] = [];
  function Form() {
    const [current, setCurrent] = useState(value);
    const props = {
      schema: { ...schema, title },
      uiSchema: { 'ui:options': options ?? {} },
      idSchema: { $id: 'root_field' },
      formContext: { formData: formData ?? {} },
      formData: current,
      required,
      rawErrors: [],
      onChange: (next: unknown) => {
        values.push(next);
        setCurrent(next);
      },
    };
    return <Field {...(props as unknown as P & JSX.IntrinsicAttributes)} />;
  }
  const user = renderInPortal(<Form />, '/resources', { api, language });
  return { user, values };
}
