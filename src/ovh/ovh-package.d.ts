/** What is used of the npm package `ovh` 2.0.3, which comes without types. */
declare module 'ovh' {
  type OvhPackage = {
    host: string;
    port: string | number;
    /** Prefixed to every path, and signed with it. */
    basePath: string;
    /** OVHcloud's clock minus ours, in seconds; null makes the package ask GET /auth/time itself. */
    apiTimeDiff: number | null;
    /** Sends within this very call if `apiTimeDiff` is set. `params` becomes the body of a POST or PUT. */
    request(
      method: string,
      path: string,
      params: object,
      callback: (error: unknown, answer?: unknown) => void,
    ): void;
  };

  type OvhPackageOptions = {
    appKey: string;
    appSecret: string;
    consumerKey: string;
    /** A name the package knows, such as `ovh-eu`; it maps to a host. */
    endpoint?: string;
    host?: string;
    port?: string;
    basePath?: string;
  };

  function ovh(options: OvhPackageOptions): OvhPackage;
  export = ovh;
}
