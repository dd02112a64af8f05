const STYLE = `
  body { font: 16px/1.5 system-ui, sans-serif; margin: 0; background: #f4f5f7; color: #1b1f24 }
  main { max-width: 22rem; margin: 12vh auto; padding: 2rem; background: #fff; border-radius: 8px }
  h1 { font-size: 1.25rem; margin: 0 0 1rem }
  label { display: block; margin: 1rem 0 .25rem }
  input { box-sizing: border-box; width: 100%; padding: .5rem; font: inherit }
  button { width: 100%; margin-top: 1.5rem; padding: .6rem; font: inherit; color: #fff; background: #1f4fbf; border: 0; border-radius: 4px }
  [role=alert] { padding: .5rem .75rem; background: #fdeceb; color: #8a1c13; border-radius: 4px }
  footer { margin-top: 1.5rem; font-size: .85rem; color: #57606a }
`;

/** A whole page around a part that is HTML already. */
export function page(title: string, content: string): string {
  return `<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(
    title,
  )}</title><style>${STYLE}</style></head>
<body><main><h1>${escapeHtml(title)}</h1>${content}
<footer>The login of this machine. On AWS the page of Amazon Cognito stands here.</footer></main></body>
</html>`;
}

export function alert(message: string | undefined): string {
  return message ? `<p role="alert">${escapeHtml(message)}</p>` : '';
}

export type Field = {
  name: string;
  label: string;
  type: 'email' | 'password' | 'text';
  autocomplete: string;
  value?: string;
};

export function form(
  action: string,
  query: URLSearchParams,
  fields: Field[],
  button: string,
  hidden: Record<string, string> = {},
): string {
  const inputs = fields.map(
    ({ name, label, type, autocomplete, value = '' }) =>
      `<label for="${name}">${escapeHtml(label)}</label>` +
      `<input id="${name}" name="${name}" type="${type}" autocomplete="${autocomplete}" value="${escapeHtml(
        value,
      )}" required>`,
  );
  const kept = Object.entries(hidden).map(
    ([name, value]) =>
      `<input type="hidden" name="${name}" value="${escapeHtml(value)}">`,
  );
  return `<form method="post" action="${action}?${escapeHtml(
    query.toString(),
  )}">${[...kept, ...inputs].join('\n')}
<button type="submit">${escapeHtml(button)}</button></form>`;
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
