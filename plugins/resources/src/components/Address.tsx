import { Fragment } from 'react';
import { Code } from './Code';

/** An address in Terraform. Where it has to break it does so at a dot. */
export function Address({ address }: { address: string }) {
  const [first, ...rest] = address.split('.');
  return (
    <Code>
      {first}
      {rest.map((part, index) => (
        // The parts of an address stay in their places.
        <Fragment key={index}>
          <wbr />.{part}
        </Fragment>
      ))}
    </Code>
  );
}
