# docker build -t order-cloud .
# docker run --env-file .env -p 3000:3000 -v order-cloud:/app/data order-cloud
FROM node:26-slim

ENV NODE_ENV=production
WORKDIR /app

COPY package.json package-lock.json .npmrc ./
# The optional dependencies are the local Slack of the sandbox, and what makes logs readable at a terminal.
RUN npm ci --omit=dev --omit=optional && npm cache clean --force
COPY src ./src

# The orders. A folder of the host mounted here must belong to the user node (1000) too.
RUN mkdir data node_modules/.cache && chown node:node data node_modules/.cache
VOLUME /app/data

USER node
# Without settings it ends with 78; what it has compiled by then is kept, and every start is faster.
RUN node --import ./src/preload.mjs src/main.ts 2>/dev/null || [ $? -eq 78 ]
EXPOSE 3000
HEALTHCHECK --start-period=20s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3000}/healthz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Without a shell or npm in between, so that SIGTERM reaches the app and it can finish what it is doing.
CMD ["node", "--import", "./src/preload.mjs", "src/main.ts"]
