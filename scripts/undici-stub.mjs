export class ProxyAgent {
  constructor() {
    throw new Error('undici is not part of the bundle')
  }
}
export class Agent extends ProxyAgent {}
export default { ProxyAgent, Agent }
