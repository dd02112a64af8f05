import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { metrics } from '@opentelemetry/api';
import { freePort } from '@terrastage/local/testing';
import { serveMetrics } from './serveMetrics';

describe('serveMetrics', () => {
  afterEach(() => metrics.disable());

  it('serves what is measured in the form of Prometheus', async () => {
    const port = await freePort();
    const exporter = await serveMetrics({
      OTEL_METRICS_EXPORTER: 'prometheus',
      OTEL_EXPORTER_PROMETHEUS_PORT: String(port),
    });
    const meter = metrics.getMeter('test');
    meter.createCounter('terrastage.things').add(2, { status: 'applied' });

    const response = await fetch(`http://localhost:${port}/metrics`);
    const text = await response.text();
    await exporter!.shutdown();

    expect(response.headers.get('content-type')).toContain('text/plain');
    expect(text).toContain('terrastage_things_total{status="applied"} 2');
  });

  it.each([undefined, 'none', 'otlp'])(
    'serves nothing when the exporter is %s',
    async exporter => {
      expect(
        await serveMetrics({ OTEL_METRICS_EXPORTER: exporter }),
      ).toBeUndefined();
    },
  );

  it('says which port is taken, and what to do', async () => {
    const taken = createServer().listen(0, 'localhost');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;

    const started = serveMetrics({
      OTEL_METRICS_EXPORTER: 'prometheus',
      OTEL_EXPORTER_PROMETHEUS_PORT: String(port),
    });

    await expect(started).rejects.toThrow(
      new RegExp(`localhost:${port}.*set OTEL_EXPORTER_PROMETHEUS_PORT`),
    );
    taken.close();
  });
});
