import type { StreamResult } from '@ling-stream/core';
import type { Telemetry, TelemetryAttributes } from './telemetry.ts';

/** Follows one turn. */
export interface TurnTelemetry {
  /** The first content is here. */
  content(): void;
  end(result: StreamResult, errorType: string | undefined): void;
}

/** The values of the enumerations `SpanKind.CLIENT` and `SpanStatusCode.ERROR`. */
const CLIENT = 2;
const ERROR = 2;
const MS = 1_000;

/**
 * Reports turns by OpenTelemetry's conventions for generative AI. Prompts and answers are never in it.
 *
 * @see https://opentelemetry.io/docs/specs/semconv/gen-ai/
 */
export function createTelemetry({ tracer, meter }: Telemetry = {}): (model: string) => TurnTelemetry {
  const histogram = (name: string, unit: string, description: string) =>
    meter?.createHistogram(`gen_ai.client.${name}`, { unit, description });
  const durations = histogram('operation.duration', 's', 'How long turns took.');
  const firsts = histogram('operation.time_to_first_chunk', 's', 'How long it took to the first content.');
  const tokens = histogram('token.usage', '{token}', 'Tokens that went in and came out.');

  return (model) => {
    const startedAt = performance.now();
    const seconds = (): number => (performance.now() - startedAt) / MS;
    const attributes = { 'gen_ai.operation.name': 'chat', 'gen_ai.request.model': model };
    const span = tracer?.startSpan(`chat ${model}`, { kind: CLIENT, attributes });

    return {
      content: () => firsts?.record(seconds(), attributes),
      end({ usage, finishReason }, errorType) {
        const failure: TelemetryAttributes = errorType === undefined ? {} : { 'error.type': errorType };
        durations?.record(seconds(), { ...attributes, ...failure });
        if (usage !== undefined) {
          tokens?.record(usage.promptTokens, { ...attributes, 'gen_ai.token.type': 'input' });
          tokens?.record(usage.completionTokens, { ...attributes, 'gen_ai.token.type': 'output' });
        }
        span?.setAttributes({
          ...(finishReason && { 'gen_ai.response.finish_reasons': [finishReason] }),
          ...(usage && {
            'gen_ai.usage.input_tokens': usage.promptTokens,
            'gen_ai.usage.output_tokens': usage.completionTokens,
          }),
          ...failure,
        });
        if (errorType !== undefined) span?.setStatus({ code: ERROR });
        span?.end();
      },
    };
  };
}
