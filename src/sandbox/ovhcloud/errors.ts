import { STATUS_CODES } from 'node:http';

/** An answer of the local OVHcloud that is not 200: thrown by a handler, sent as `body`. */
export class ApiError extends Error {
  readonly status: number;
  readonly body: unknown;

  constructor(
    status: number,
    body: {
      message: string;
      class?: string;
      errorCode?: string;
      httpCode?: string;
      details?: Record<string, string>;
    },
  ) {
    super(body.message);
    this.status = status;
    this.body = body;
  }
}

/** A refusal by the service behind a call: `{class: "Client::…", message}`. */
export function refusal(status: number, className: string, message: string): ApiError {
  return new ApiError(status, { class: className, message });
}

/** 400, by the service: what was asked makes no sense or may not be done. */
export function badRequest(message: string): ApiError {
  return refusal(400, 'Client::BadRequest', message);
}

/** 404, by the service. The default words are the ones OVHcloud uses for a service that is not the caller's. */
export function notFound(message = 'This service does not exist'): ApiError {
  return refusal(404, 'Client::NotFound', message);
}

/** A refusal by the gateway, before any service sees the call: `{errorCode, httpCode: "403 Forbidden", message}`. */
export function gatewayRefusal(status: number, errorCode: string, message: string): ApiError {
  const httpCode = `${status} ${STATUS_CODES[status]}`;
  return new ApiError(status, { errorCode, httpCode, message });
}
