import type { AuditorService } from '@backstage/backend-plugin-api';
import type { AuditEntry, AuditLog } from './AuditLog';

/** Writes to Backstage's audit log. */
export class AuditorAuditLog implements AuditLog {
  constructor(
    private readonly auditor: AuditorService,
    private readonly userPoolId: string,
  ) {}

  async record({ action, subject, outcome, detail, error }: AuditEntry) {
    const event = await this.auditor.createEvent({
      eventId: 'user-pool-change',
      severityLevel: 'medium',
      meta: { ...detail, action, subject, userPoolId: this.userPoolId },
    });
    if (outcome === 'success') await event.success();
    else await event.fail({ error: error ?? new Error('unknown') });
  }
}
