import { MeterProvider, MetricReader } from '@opentelemetry/sdk-metrics';

class Reader extends MetricReader {
  protected async onForceFlush(): Promise<void> {}
  protected async onShutdown(): Promise<void> {}
}

interface Point {
  attributes: object;
  /** A number, or of a histogram how many values, and their sum. */
  value: number | { count: number; sum?: number };
}

/** Metrics as OpenTelemetry keeps them, for tests to look at. */
export class TestMetrics {
  private readonly reader = new Reader();
  readonly service = new MeterProvider({ readers: [this.reader] }).getMeter(
    'test',
  );

  /** What a metric says now, one point for each set of attributes. */
  async read(name: string): Promise<Point[]> {
    const { resourceMetrics } = await this.reader.collect();
    const metric = resourceMetrics.scopeMetrics
      .flatMap(({ metrics }) => metrics)
      .find(({ descriptor }) => descriptor.name === name);
    return (metric?.dataPoints ?? []).map(({ attributes, value }) => {
      if (typeof value === 'number') {
        return { attributes, value };
      }
      const { count, sum } = value as { count: number; sum?: number };
      return { attributes, value: { count, sum } };
    });
  }
}
