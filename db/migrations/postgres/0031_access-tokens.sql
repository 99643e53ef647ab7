CREATE TABLE "access_token" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"token_hash" text NOT NULL,
	"region" text,
	"in_address" boolean NOT NULL,
	"account" text NOT NULL,
	"created_as" json NOT NULL,
	"created_at" text NOT NULL,
	"expires_at" text NOT NULL,
	"uses" integer DEFAULT 0 NOT NULL,
	"last_used_at" text,
	"revoked_by" text,
	"revoked_as" json,
	"revoked_at" text,
	"revoke_reason" text
);
--> statement-breakpoint
ALTER TABLE "access_token" ADD CONSTRAINT "access_token_region_region_code_fk" FOREIGN KEY ("region") REFERENCES "public"."region"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_token" ADD CONSTRAINT "access_token_account_account_id_fk" FOREIGN KEY ("account") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_token" ADD CONSTRAINT "access_token_revoked_by_account_id_fk" FOREIGN KEY ("revoked_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "access_token_hash" ON "access_token" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "access_token_account" ON "access_token" USING btree ("account");