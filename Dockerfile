FROM node:24-bookworm-slim

WORKDIR /app
ENV NODE_ENV=production

# For MIRRORS.
RUN apt-get update \
  && apt-get install --yes --no-install-recommends git openssh-client ca-certificates

# Keep optional dependencies, since the word splitter's binary is one. Remove the bundled Node, since the image has its own.
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --include=optional \
  && rm -rf node_modules/node-linux-* node_modules/.bin/node \
  && npm cache clean --force

COPY src ./src
COPY commands ./commands
COPY adapters ./adapters
COPY data ./data
RUN chown -R node:node data

# Health and metrics, for this container only unless HTTP_HOST says otherwise.
ENV HTTP_PORT=9464
HEALTHCHECK --interval=30s --timeout=5s --start-period=120s CMD node adapters/http/check-health.ts "$HTTP_PORT" "$HTTP_HOST"

USER node
VOLUME /app/data
ENTRYPOINT ["node", "src/launch.mjs", "src/main.ts"]
