import { stripVTControlCharacters } from 'node:util';
import { TerraformMessage, lineSchema, messageSchema } from './messages';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

export type ParsedLine = {
  level: LogLevel;
  text: string;
  /** Present when the line is a message that the runner acts on. */
  message?: TerraformMessage;
};

/** Reads one line of `-json` output. A line that is not JSON is kept as text. */
export function parseLine(line: string): ParsedLine {
  const json = parseJson(line);
  const parsed = lineSchema.safeParse(json);
  if (!parsed.success) {
    return { level: 'info', text: stripVTControlCharacters(line) };
  }
  return {
    level: levelOf(parsed.data['@level']),
    text: stripVTControlCharacters(parsed.data['@message']),
    message: messageSchema.safeParse(json).data,
  };
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function levelOf(level: string): LogLevel {
  switch (level) {
    case 'error':
    case 'warn':
    case 'info':
      return level;
    default:
      return 'debug';
  }
}
