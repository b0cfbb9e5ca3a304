interface Family {
  readonly functions: RegExp
  readonly means: string
}

/** The effect of a call in an image without shared libraries, by family of glibc's functions. */
const FAMILIES: readonly Family[] = [
  {
    functions:
      /^(?:getaddrinfo|gethostby|getnameinfo|getservby|getprotoby|getnetby|getnetgrent|innetgr|sethostent|setservent)/,
    means:
      'In the image, the call cannot look up host names, because glibc loads its resolver (libnss) at run time; use IP addresses or another C library, such as musl',
  },
  {
    functions: /^(?:getpw|getgr|setpw|setgr|endpw|endgr|initgroups|getgrouplist|getspnam|fgetpw)/,
    means:
      'In the image, the call cannot look up users and groups, because glibc loads libnss at run time; use numeric IDs or another C library, such as musl',
  },
  {
    functions: /^(?:dlopen|dlmopen|dlsym)/,
    means: 'In the image, the call fails, because it loads shared libraries and the image contains none',
  },
  {
    functions: /^/,
    means: 'In the image, the call can fail, because the image contains no shared libraries',
  },
]

/** Returns a sentence for each family of functions that are linked in. */
export function describeLoaders(loaders: readonly string[]): readonly string[] {
  const families = Map.groupBy(loaders, name => FAMILIES.find(({ functions }) => functions.test(name)))
  return [...families].flatMap(([family, names]) =>
    family === undefined
      ? []
      : [
          `The linker warns that ${names.join(', ')} ${names.length === 1 ? 'needs' : 'need'} glibc's shared libraries at run time. ${family.means}.`,
        ],
  )
}
