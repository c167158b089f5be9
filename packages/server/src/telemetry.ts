/** Names and values of a span or a figure. */
export type TelemetryAttributes = Record<string, string | number | string[]>;

/** A span of OpenTelemetry's API, as far as it is used. */
export interface TelemetrySpan {
  setAttributes(attributes: TelemetryAttributes): unknown;
  setStatus(status: { code: number }): unknown;
  end(): void;
}

/**
 * What is needed of OpenTelemetry's API: `trace.getTracer('chat')` and `metrics.getMeter('chat')` fit. Handed in, so that
 * nothing is imported that an app without it would lack.
 */
export interface Telemetry {
  readonly tracer?:
    | { startSpan(name: string, options: { kind: number; attributes: TelemetryAttributes }): TelemetrySpan }
    | undefined;
  readonly meter?:
    | {
        createHistogram(
          name: string,
          options: { unit: string; description: string },
        ): { record(value: number, attributes: TelemetryAttributes): void };
      }
    | undefined;
}
