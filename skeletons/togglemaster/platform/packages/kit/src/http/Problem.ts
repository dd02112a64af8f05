export type FieldFault = { path: string; message: string };

export type ProblemOptions = {
  status: number;
  /** Last part of the problem's type, such as "validation". */
  code: string;
  title: string;
  detail?: string;
  errors?: FieldFault[];
  headers?: Record<string, string>;
  cause?: unknown;
};

/** An answer of RFC 9457 (application/problem+json) as an error. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail?: string;
  readonly errors?: FieldFault[];
  readonly headers: Record<string, string>;

  constructor(options: ProblemOptions) {
    super(options.detail ?? options.title, { cause: options.cause });
    this.status = options.status;
    this.code = options.code;
    this.title = options.title;
    this.detail = options.detail;
    this.errors = options.errors;
    this.headers = options.headers ?? {};
  }

  /** The body, for the request with this id. */
  toBody(requestId: string) {
    return {
      type: `urn:togglemaster:problem:${this.code}`,
      title: this.title,
      status: this.status,
      ...(this.detail === undefined ? {} : { detail: this.detail }),
      ...(this.errors === undefined ? {} : { errors: this.errors }),
      instance: `urn:request:${requestId}`,
    };
  }
}
