import { isLoopback } from '../shared/loopback.ts'

/** Which addresses of Slack may be called. Payloads name addresses too, and ours must go nowhere else. */
export interface SlackHosts {
  /** Base of the Web API, with a slash at its end. */
  readonly api: string
  /** Whether there is a Web API to call: a demo that was told of no stand-in has none. */
  readonly reachable: boolean
  /** Whether an answer may be sent to a `response_url`. */
  answers(url: string): boolean
  /** Whether our token may be sent there to fetch a file. */
  files(url: URL): boolean
  /** Whether a connection for Socket Mode may be opened to an address that the Web API gave. */
  socket(url: URL): boolean
}

/** GovSlack is a Slack of its own under another name (facts/chat-platforms 6.8). */
const domains = ['slack.com', 'slack-gov.com']

/** `api` null: slack.com. `loopbackOnly`: the demo, which speaks to nobody but this machine. */
export function slackHosts(api: string | null, loopbackOnly: boolean): SlackHosts {
  const base = new URL(withSlash(api ?? 'https://slack.com/api/'))
  const named = (url: URL, prefix: string) =>
    url.protocol === 'https:' && domains.some((domain) => url.hostname === `${prefix}.${domain}`)
  const allowed = (url: URL, prefix: string) => {
    if (loopbackOnly) return isLoopback(url)
    return url.origin === base.origin || named(url, prefix)
  }
  return {
    api: base.href,
    reachable: !loopbackOnly || isLoopback(base),
    answers: (url) => URL.canParse(url) && allowed(new URL(url), 'hooks'),
    files: (url) => allowed(url, 'files'),
    socket(url) {
      if (isLoopback(base)) return isLoopback(url)
      const own = url.hostname === base.hostname || domains.some((domain) => url.hostname.endsWith(`.${domain}`))
      return own && url.protocol === 'wss:'
    },
  }
}

function withSlash(url: string): string {
  return url.endsWith('/') ? url : `${url}/`
}
