import { useFormat } from '../hooks/useFormat';

interface MomentProps {
  /** ISO 8601. */
  time: string;
  /** What is shown; the exact time is its tooltip. */
  text: string;
}

/** A time in words that also tells the exact one. */
export function Moment({ time, text }: MomentProps) {
  const format = useFormat();
  return (
    <time dateTime={time} title={format.dateTime(time)}>
      {text}
    </time>
  );
}
