import { metrics } from '@opentelemetry/api';
import { PrometheusExporter } from '@opentelemetry/exporter-prometheus';
import { MeterProvider } from '@opentelemetry/sdk-metrics';

/**
 * With `OTEL_METRICS_EXPORTER=prometheus`, serves what Backstage and our plugins measure, for Prometheus, on a port of
 * its own: the portal's is open to the load balancer. To be called before the backend is made, for a meter that is
 * asked for earlier measures nothing.
 *
 * @throws Error when the port can't be had.
 */
export async function serveMetrics(
  env: NodeJS.ProcessEnv,
): Promise<PrometheusExporter | undefined> {
  if (env.OTEL_METRICS_EXPORTER !== 'prometheus') {
    return undefined;
  }
  // The names and defaults of OpenTelemetry's specification.
  const host = env.OTEL_EXPORTER_PROMETHEUS_HOST || 'localhost';
  const port = Number(env.OTEL_EXPORTER_PROMETHEUS_PORT || 9464);
  const exporter = new PrometheusExporter({
    host,
    port,
    preventServerStart: true,
    withoutScopeInfo: true,
    withoutTargetInfo: true,
  });
  try {
    await exporter.startServer();
  } catch (error) {
    throw new Error(
      `Metrics can't be served on ${host}:${port} (${
        (error as Error).message
      }): set OTEL_EXPORTER_PROMETHEUS_PORT to a free port, or OTEL_METRICS_EXPORTER to none`,
      { cause: error },
    );
  }
  metrics.setGlobalMeterProvider(new MeterProvider({ readers: [exporter] }));
  return exporter;
}
