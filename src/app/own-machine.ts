/** Whether a name or an address of a network is of this very machine: what goes there crosses no wire. */
export const isOwnMachine = (host: string): boolean => /^(localhost|127(\.\d+){3}|\[?::1\]?)$/.test(host);
