export type ConfigFault = { variable: string; message: string };

/** Settings that a service can't start with. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly faults: ConfigFault[];

  constructor(faults: ConfigFault[]) {
    const lines = faults.map(fault => `  ${fault.variable}: ${fault.message}`);
    super(
      `The configuration is not valid. Set these variables:\n${lines.join('\n')}`,
    );
    this.faults = faults;
  }
}
