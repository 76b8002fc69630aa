type Region = { api: string; planCode: string; subsidiaries: string[] };

/** OVHcloud's three separate clouds. An account belongs to one; a subsidiary is the company that bills it. */
const regions: Record<string, Region> = {
  'ovh-eu': {
    api: 'https://eu.api.ovh.com',
    planCode: 'project.2018',
    subsidiaries: 'CZ DE ES EU FI FR GB IE IT LT MA NL PL PT SN TN'.split(' '),
  },
  'ovh-ca': {
    api: 'https://ca.api.ovh.com',
    planCode: 'project.2018',
    subsidiaries: 'ASIA AU CA IN QC SG WE WS'.split(' '),
  },
  'ovh-us': {
    api: 'https://api.us.ovhcloud.com',
    planCode: 'project',
    subsidiaries: ['US'],
  },
};

/** The names OVHcloud's own tools give to the regions. */
export const regionNames = Object.keys(regions);

/** The subsidiaries behind an endpoint (name or URL); undefined where the endpoint is not one of OVHcloud's. */
export function subsidiariesOf(endpoint: string): string[] | undefined {
  return regionOf(endpoint)?.subsidiaries;
}

/** The plan code of a Public Cloud project behind an endpoint (name or URL). */
export function projectPlanCode(endpoint: string): string {
  return regionOf(endpoint)?.planCode ?? 'project.2018';
}

function regionOf(endpoint: string): Region | undefined {
  return regions[endpoint] ?? Object.values(regions).find(({ api }) => endpoint.startsWith(`${api}/`));
}
