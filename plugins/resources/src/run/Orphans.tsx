import { Code } from '../components/Code';
import { useTexts } from '../hooks/useTexts';

/** What a destroy left behind in AWS. */
export function Orphans({ arns }: { arns: string[] }) {
  const t = useTexts();
  return (
    <>
      <p>{t('run.orphans')}</p>
      <ul>
        {arns.map(arn => (
          <li key={arn}>
            <Code>{arn}</Code>
          </li>
        ))}
      </ul>
    </>
  );
}
