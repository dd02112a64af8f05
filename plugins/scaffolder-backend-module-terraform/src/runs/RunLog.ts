import type { LoggerService } from '@backstage/backend-plugin-api';
import type { FollowedRunEvent } from '@terrastage/plugin-resources-node';
import { planLines } from './planLines';
import { ProgressLines } from './ProgressLines';

type EventOf<T extends FollowedRunEvent['type']> = Extract<
  FollowedRunEvent,
  { type: T }
>;

/** Writes the events of a run into the log of a task, in whole lines. */
export class RunLog {
  private readonly progress = new ProgressLines();

  constructor(private readonly logger: LoggerService) {}

  write(event: FollowedRunEvent): void {
    switch (event.type) {
      case 'status':
        this.logger.info(`Run: ${event.status.replace(/_/g, ' ')}`);
        break;
      case 'step':
        this.step(event);
        break;
      case 'progress': {
        const line = this.progress.line(event);
        if (line) {
          this.logger.info(line);
        }
        break;
      }
      case 'log':
        this.logger[event.level](event.message);
        break;
      case 'diagnostic':
        this.diagnostic(event);
        break;
      case 'plan':
        planLines(event.summary).forEach(line => this.logger.info(line));
        break;
      default:
        // plan_detail: for the run page.
        break;
    }
  }

  private step({ step, status, durationMs }: EventOf<'step'>): void {
    const took =
      durationMs === undefined ? '' : ` in ${(durationMs / 1000).toFixed(1)} s`;
    const text = `Step ${step}: ${status}${took}`;
    if (status === 'failed') {
      this.logger.error(text);
    } else {
      this.logger.info(text);
    }
  }

  private diagnostic(event: EventOf<'diagnostic'>): void {
    const { severity, summary, detail, file, line, address } = event;
    const where = [
      file && `${file}${line ? `:${line}` : ''}`,
      address && `in ${address}`,
    ]
      .filter(Boolean)
      .join(', ');
    const text = [
      `${summary}${where ? ` (${where})` : ''}`,
      ...detail.split('\n').filter(part => part.trim() !== ''),
    ];
    const level = severity === 'error' ? 'error' : 'warn';
    text.forEach(part => this.logger[level](part));
  }
}
