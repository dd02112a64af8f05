{{- define "terrastage.labels" -}}
app.kubernetes.io/name: terrastage
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
app.kubernetes.io/component: {{ .component }}
{{- end }}

{{- define "terrastage.selector" -}}
app.kubernetes.io/name: terrastage
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/component: portal
{{- end }}

{{/* By digest where there is one, so that what was tested is what runs. */}}
{{- define "terrastage.image" -}}
{{- if .digest -}}
{{ .repository }}@{{ .digest }}
{{- else -}}
{{ .repository }}:{{ .tag }}
{{- end -}}
{{- end }}

{{/* What the portal gets from secrets: the secret and its key, by variable. */}}
{{- define "terrastage.secretVariables" -}}
BACKEND_SECRET: { secret: portal, key: backendSecret }
SESSION_SECRET: { secret: portal, key: sessionSecret }
OIDC_CLIENT_SECRET: { secret: portal, key: clientSecret }
DATABASE_USER: { secret: database, key: username }
DATABASE_PASSWORD: { secret: database, key: password }
{{- range $variable, $_ := .Values.secrets.environment }}
{{- if regexMatch "^(NODE|OTEL|AWS|DATABASE|APP_CONFIG)_|^(BACKEND|SESSION|OIDC_CLIENT)_SECRET$" $variable }}
{{- fail (printf "secrets.environment.%s is set by the chart or by AWS: choose another name" $variable) }}
{{- end }}
{{ $variable }}: { secret: more, key: {{ $variable }} }
{{- end }}
{{- end }}

{{/* The whole app-config of the portal: that of the repository names local accounts, and is not in the image. Secrets are named by the variables that they are in. */}}
{{- define "terrastage.config" -}}
app:
  title: Terrastage
  baseUrl: {{ .Values.portal.url | quote }}
  packages: all
  extensions:
    - api:app/app-language:
        config: { availableLanguages: [en, pt], defaultLanguage: en }
organization: { name: Terrastage }
enableExperimentalRedirectFlow: true
permission: { enabled: true }
backend:
  baseUrl: {{ .Values.portal.url | quote }}
  listen: { host: 0.0.0.0, port: 7007 }
  cors: { origin: {{ .Values.portal.url | quote }} }
  csp: { connect-src: ["'self'", 'https:'] }
  auth:
    keys: [{ secret: '${BACKEND_SECRET}' }]
  # Shorter than the grace period of the pod.
  lifecycle:
    serverShutdownDelay: { seconds: 15 }
  database:
    client: pg
    # One database for all plugins: RDS' own user needs no right to make more.
    pluginDivisionMode: schema
    connection:
      host: {{ .Values.database.host | quote }}
      port: {{ .Values.database.port }}
      database: {{ .Values.database.name | quote }}
      user: ${DATABASE_USER}
      password: ${DATABASE_PASSWORD}
      ssl: { rejectUnauthorized: true }
auth:
  environment: production
  session: { secret: '${SESSION_SECRET}' }
  providers:
    oidc:
      production:
        metadataUrl: {{ .Values.login.metadataUrl | quote }}
        clientId: {{ .Values.login.clientId | quote }}
        clientSecret: ${OIDC_CLIENT_SECRET}
        prompt: auto
terrastage:
  login:
    logoutUrl: {{ printf "%s/logout?client_id=%s&logout_uri=%s" .Values.login.url .Values.login.clientId .Values.portal.url | quote }}
    contact:
      name: {{ .Values.login.contact.name | quote }}
      url: {{ .Values.login.contact.url | default .Values.portal.url | quote }}
  users:
    files:
      users: {{ .Values.catalog.users | default "/app/catalog/users.yaml" | quote }}
      groups: {{ .Values.catalog.groups | default "/app/catalog/groups.yaml" | quote }}
    cognito:
      userPoolId: {{ .Values.login.userPoolId | quote }}
catalog:
  # Users, groups and templates come from here alone, never from a location that somebody registers.
  rules:
    - allow: [Component, System, API, Resource, Location]
  locations:
    - { type: file, target: /app/templates/*/template.yaml, rules: [{ allow: [Template] }] }
    - { type: file, target: /app/catalog/terrastage.yaml, rules: [{ allow: [System] }] }
    {{- if .Values.catalog.users }}
    - { type: url, target: {{ .Values.catalog.users | quote }}, rules: [{ allow: [User] }] }
    - { type: url, target: {{ .Values.catalog.groups | quote }}, rules: [{ allow: [Group] }] }
    {{- else }}
    - { type: file, target: /app/catalog/users.yaml, rules: [{ allow: [User] }] }
    - { type: file, target: /app/catalog/groups.yaml, rules: [{ allow: [Group] }] }
    {{- end }}
    {{- with .Values.catalog.locations }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
techdocs:
  builder: local
  generator: { runIn: local, mkdocs: { omitTechdocsCorePlugin: true } }
  publisher: { type: local, local: { publishDirectory: /tmp/techdocs } }
scaffolder:
  taskRecovery:
    enabled: true
    staleTimeout: { seconds: 15 }
    workspaceProvider: database
    # Whoever wrote it warns of workspaces that are large, or many: ours are a skeleton's few files, kept while a form runs.
    database: { dangerouslyEnableInProduction: true }
  terraform: { skeletons: /app/skeletons/terraform }
  git: { skeletons: /app/skeletons }
resources:
  admins:
    {{- toYaml .Values.resources.admins | nindent 4 }}
  teamLeads:
    {{- toYaml .Values.resources.teamLeads | nindent 4 }}
  environments:
    {{- toYaml .Values.resources.environments | nindent 4 }}
  costCenters:
    {{- toYaml .Values.resources.costCenters | nindent 4 }}
  launcher:
    kubernetes:
      cluster: {{ .Release.Namespace }}
      namespace: {{ .Values.runners.namespace | quote }}
      image: {{ include "terrastage.image" .Values.runners.image }}
      portalUrl: http://{{ .Release.Name }}.{{ .Release.Namespace }}.svc:7007/api/resources/v1/runner
      serviceAccount: terrastage-runner
      {{- if .Values.runners.roleArns }}
      serviceAccounts:
        {{- range $type, $arn := .Values.runners.roleArns }}
        {{ $type }}: terrastage-{{ $type }}
        {{- end }}
      {{- end }}
      {{- with .Values.runners.defaultQueue }}
      defaultQueue: {{ . }}
      {{- end }}
      {{- with .Values.runners.queues }}
      queues:
        {{- toYaml . | nindent 8 }}
      {{- end }}
      {{- with .Values.runners.priorityClassName }}
      priorityClass: {{ . }}
      {{- end }}
      workspaceSize: {{ .Values.runners.workspaceSize | quote }}
      resources:
        {{- toYaml .Values.runners.resources | nindent 8 }}
{{- end }}
