import type { ChatMessage, ChatRequest, JsonObject, Role, Tool, ToolChoice } from './chatRequest.ts';
import { isJsonObject, listOf, objectOf, parseJson, stringOf } from './json.ts';
import { findBodyProblem } from './findBodyProblem.ts';
import { badRequest, type Problem } from './problem.ts';

/** Either a request or the reason it is refused. */
export type Decoded = { readonly request: ChatRequest } | { readonly problem: Problem };

const ROLES: readonly Role[] = ['system', 'developer', 'user', 'assistant', 'tool'];

/**
 * Reads and checks a request body.
 *
 * @param defaultModel - Used when the body names none; `undefined` makes the model required.
 */
export function decodeChatRequest(text: string, defaultModel?: string): Decoded {
  const body = parseJson(text);
  if (!isJsonObject(body)) return { problem: badRequest('The body is not a JSON object.') };
  const problem = findProblem(body, defaultModel);
  if (problem) return { problem };
  return {
    request: {
      model: typeof body['model'] === 'string' ? body['model'] : (defaultModel ?? ''),
      messages: listOf(body['messages']).map((message) => decodeMessage(objectOf(message))),
      stream: body['stream'] === true,
      includeUsage: booleanOf(objectOf(body['stream_options'])['include_usage']),
      n: numberOf(body['n']) ?? 1,
      maxTokens: numberOf(body['max_completion_tokens']) ?? numberOf(body['max_tokens']) ?? Infinity,
      stop: (typeof body['stop'] === 'string' ? [body['stop']] : listOf(body['stop']).map(stringOf)).filter(Boolean),
      tools: listOf(body['tools']).map((tool) => decodeTool(objectOf(tool))),
      toolChoice: decodeToolChoice(body['tool_choice']),
      seed: numberOf(body['seed']),
      thinking: booleanOf(body['enable_thinking']),
      json: decodeResponseFormat(objectOf(body['response_format'])),
    },
  };
}

function findProblem(body: JsonObject, defaultModel: string | undefined): Problem | undefined {
  const { model, messages, temperature, top_p: topP, n } = body;
  if (typeof model !== 'string' && (defaultModel === undefined || model !== undefined)) {
    return badRequest('`model` must be a string, for example "Ling-2.6-flash".', 'model');
  }
  if (!Array.isArray(messages) || messages.length === 0) {
    return badRequest('`messages` must be a list with at least one message.', 'messages');
  }
  for (const [index, message] of messages.entries()) {
    const param = `messages[${index}]`;
    if (!isJsonObject(message)) return badRequest(`\`${param}\` must be an object.`, param);
    if (roleOf(message['role']) === undefined) {
      return badRequest(`\`${param}.role\` must be one of ${ROLES.join(', ')}.`, `${param}.role`);
    }
    const problem = findMessageProblem(message, param);
    if (problem) return problem;
  }
  if (isOutside(temperature, 0, 1)) return badRequest('`temperature` must be from 0 to 1.', 'temperature');
  if (isOutside(topP, Number.MIN_VALUE, 1)) return badRequest('`top_p` must be over 0 and at most 1.', 'top_p');
  if (isOutside(n, 1, 8) || (typeof n === 'number' && !Number.isInteger(n))) {
    return badRequest('`n` must be a whole number from 1 to 8.', 'n');
  }
  return findTokenProblem(body) ?? findBodyProblem(body);
}

function findMessageProblem(message: JsonObject, param: string): Problem | undefined {
  const { role, content, tool_call_id: callId } = message;
  const absent = content === undefined || content === null;
  // An assistant that called a tool said nothing else.
  if (absent ? role !== 'assistant' : typeof content !== 'string' && !Array.isArray(content)) {
    return badRequest(`\`${param}.content\` must be a string or a list of parts.`, `${param}.content`);
  }
  if (role === 'tool' && (typeof callId !== 'string' || callId === '')) {
    return badRequest(`\`${param}.tool_call_id\` must name the call it answers.`, `${param}.tool_call_id`);
  }
  return undefined;
}

function findTokenProblem(body: JsonObject): Problem | undefined {
  for (const name of ['max_tokens', 'max_completion_tokens']) {
    const value = body[name];
    if (isOutside(value, 1, Infinity) || (typeof value === 'number' && !Number.isInteger(value))) {
      return badRequest(`\`${name}\` must be a whole number, at least 1.`, name);
    }
  }
  const nameless = listOf(body['tools']).findIndex((tool) => decodeTool(objectOf(tool)).name === '');
  if (nameless >= 0) return badRequest(`\`tools[${nameless}].function.name\` is missing.`, `tools[${nameless}]`);
  return undefined;
}

function decodeMessage(message: JsonObject): ChatMessage {
  return {
    role: roleOf(message['role']) ?? 'user',
    text: textOf(message['content']),
    toolCalls: listOf(message['tool_calls']).map((call) => {
      const called = objectOf(objectOf(call)['function']);
      return {
        id: stringOf(objectOf(call)['id']),
        name: stringOf(called['name']),
        arguments: stringOf(called['arguments']),
      };
    }),
    toolCallId: typeof message['tool_call_id'] === 'string' ? message['tool_call_id'] : undefined,
  };
}

/** The text of a message; of a list of parts, its text parts. */
function textOf(content: unknown): string {
  if (typeof content === 'string') return content;
  return listOf(content)
    .map((part) => stringOf(objectOf(part)['text']))
    .filter(Boolean)
    .join('\n');
}

function decodeTool(tool: JsonObject): Tool {
  const declared = objectOf(tool['function']);
  return {
    name: stringOf(declared['name']),
    description: stringOf(declared['description']),
    parameters: objectOf(declared['parameters']),
  };
}

function decodeToolChoice(choice: unknown): ToolChoice {
  if (choice === 'none' || choice === 'required') return { kind: choice };
  const name = stringOf(objectOf(objectOf(choice)['function'])['name']);
  return name === '' ? { kind: 'auto' } : { kind: 'named', name };
}

function decodeResponseFormat(format: JsonObject): true | JsonObject | undefined {
  if (format['type'] === 'json_object') return true;
  if (format['type'] !== 'json_schema') return undefined;
  return objectOf(objectOf(format['json_schema'])['schema']);
}

function roleOf(value: unknown): Role | undefined {
  return ROLES.find((role) => role === value);
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

function booleanOf(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}

/** Whether a given value is not a number within the bounds; an absent one is fine. */
function isOutside(value: unknown, least: number, most: number): boolean {
  if (value === undefined || value === null) return false;
  return typeof value !== 'number' || value < least || value > most;
}
