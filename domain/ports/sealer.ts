/** Keeps what nobody may read who reads the store. What is sealed for one purpose opens for no other. */
export interface Sealer {
  seal(plain: string, purpose: string): Promise<string>
  /** `stale`: sealed with an older key, and to be sealed again. Throws where no key opens it. */
  open(sealed: string, purpose: string): Promise<{ readonly plain: string; readonly stale: boolean }>
}
