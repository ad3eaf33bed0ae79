// The part of restify 12 that this house uses. @types/restify stops at version 8: it has no `first` and drags bunyan and spdy.
declare module 'restify' {
  import type { IncomingMessage, Server as HttpServer, ServerResponse } from 'node:http'

  export interface Request extends IncomingMessage {
    /** Route parameters, decoded. */
    readonly params: Readonly<Record<string, string>>
    body?: unknown
  }
  export interface Response extends ServerResponse {
    status(code: number): number
    send(...answer: unknown[]): unknown
  }
  export type Handler = (req: Request, res: Response) => Promise<void>

  export interface Server {
    readonly server: HttpServer
    /** Runs before restify touches a request; must answer synchronously whether to go on. */
    first(guard: (req: IncomingMessage, res: ServerResponse) => boolean): this
    get(path: string, handler: Handler): void
    head(path: string, handler: Handler): void
    post(path: string, handler: Handler): void
    put(path: string, handler: Handler): void
    patch(path: string, handler: Handler): void
    del(path: string, handler: Handler): void
    listen(port: number, host: string, listening: () => void): void
    close(closed: () => void): void
    /** restify hands the socket server's errors on; without a listener they end the process. */
    on(event: 'error', heard: (fault: Error) => void): this
  }
  export function createServer(options: { readonly name: string; readonly log: object }): Server
}
