export type { AuditEntry, AuditLog } from './AuditLog';
export { AuditorAuditLog } from './AuditorAuditLog';
export { JsonLineAuditLog } from './JsonLineAuditLog';
export type { JsonLineAuditLogOptions } from './JsonLineAuditLog';
