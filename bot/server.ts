import { answer, createHttpServer, type HttpServer, type OnFailure } from '../adapters/shared/http-server.ts'

/** The one HTTP door of the desk. */
export function createDeskServer(newReference: () => string, onFailure: OnFailure): HttpServer {
  const server = createHttpServer('partner-desk', newReference, onFailure)
  server.routes.get('/healthz', async (_req, res) => answer(res, 200, { alive: true }))
  return server
}
